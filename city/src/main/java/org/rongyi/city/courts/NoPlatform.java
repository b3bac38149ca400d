package org.rongyi.city.courts;

/// A city that is not connected.
final class NoPlatform implements CourtPlatform {
    @Override
    public boolean connected() {
        return false;
    }

    @Override
    public Answer handOver(String key, byte[] zip) {
        return new Answer.Unreached("no platform is connected");
    }

    @Override
    public Look look(String reference) {
        return new Look.Unreached("no platform is connected");
    }
}
