package org.rongyi.city.documents.web;

import java.util.List;

/// A licence in the wallet.
///
/// @param reason why it stands as it does; empty where nobody had to say
/// @param mine   whether the reader may use it
/// @param looks  who looked, the newest first
public record WalletCard(
        String document,
        String name,
        String state,
        String tag,
        String number,
        String until,
        String reason,
        boolean mine,
        List<String> looks) {
    /// @param picture as an address that holds the picture itself
    public record SealView(String kind, String id, String picture) {}
}
