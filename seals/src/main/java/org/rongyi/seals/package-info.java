/// Documents that are sealed, and the verifier that tells whether one may be believed.
///
/// **What is sealed.** A [Sheet] is written as OFD (GB/T 33190-2016); [OfdFile#seal] puts an electronic
/// seal of GB/T 38540-2020 (version 4, SM2 and SM3) on it, which covers every part of the file. [PdfFile]
/// makes its twin for readers who have no OFD, and seals PDF files of others.
///
/// **What is verified.** [Verifier] judges a file against the [Trust] that the reader brings, never against
/// anything in the file: roots, and the list of what was revoked. Each [Check] is a question of its own; a
/// document is valid when all of them hold, and each forgery fails one by name. What cannot be read safely
/// is not judged ([Verdict.NotReadable]).
///
/// **Who may do what.** An [Authority] certifies keys for one [Role] each. Only a key of a seal maker makes
/// seals; a key that signs documents cannot, and no key but the root's certifies. Keys live behind
/// [KeyVault].
///
/// **Rule it keeps:** nothing that a file says about itself counts: not its certificates, not its seal's
/// picture, and its time only as the word of who signed.
@NullMarked
package org.rongyi.seals;

import org.jspecify.annotations.NullMarked;
