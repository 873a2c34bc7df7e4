package dev.rolewise.content.contract;

/** What the content service answers instead of a document: a stable code and its HTTP status. */
public enum ContentError {
  /** The request is not of the shape its address asks for. */
  BAD_REQUEST(400, "bad-request"),
  /** No document by that id, or no such version of it. */
  NOT_FOUND(404, "not-found"),
  /** Well-formed, but a value in it cannot be used; the faults say which. */
  INVALID_VALUES(422, "invalid-values"),
  /** A pack that cannot be taken in; the details say what is wrong where. */
  INVALID_PACK(422, "invalid-pack"),
  /** This version of the pack, or of an instrument in it, is there with other content. */
  VERSION_TAKEN(409, "version-taken"),
  /** Another version has become current than the one the request stands on. */
  PUBLISHED_MEANWHILE(409, "published-meanwhile"),
  /** A version that was taken out of use cannot become current. */
  PACK_WITHDRAWN(409, "pack-withdrawn"),
  /** The instrument opens no new rounds: every version of the pack that has it was withdrawn. */
  INSTRUMENT_WITHDRAWN(409, "instrument-withdrawn"),
  /** Nothing can be read for now: the database is away or no pack has been published yet. */
  UNAVAILABLE(503, "unavailable"),
  /** A code this version of the contract does not know; the status says how to treat it. */
  UNKNOWN(502, "unknown");

  private final int status;
  private final String code;

  ContentError(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The HTTP-like status, used as the failure code of the reply. */
  public int status() {
    return status;
  }

  /** The stable code, used as the message of the reply. */
  public String code() {
    return code;
  }

  /** The error by that code, {@link #UNKNOWN} when a newer service sends one we do not know. */
  public static ContentError of(String code) {
    for (ContentError error : values()) {
      if (error.code.equals(code)) {
        return error;
      }
    }
    return UNKNOWN;
  }
}
