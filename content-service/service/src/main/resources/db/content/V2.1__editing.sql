-- Every publication, so that a pack can be turned back to what was read before. What is current
-- stays in publication.
CREATE TABLE publication_history (
  pack_id      text        NOT NULL,
  number       integer     NOT NULL CHECK (number >= 1),
  pack_version integer     NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (pack_id, number),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version) ON DELETE CASCADE
);

INSERT INTO publication_history (pack_id, number, pack_version, published_at)
  SELECT pack_id, 1, pack_version, published_at FROM publication;

-- A version that was withdrawn opens no new rounds; nothing of it changes and everything stays
-- readable.
CREATE TABLE withdrawal (
  pack_id      text        NOT NULL,
  pack_version integer     NOT NULL,
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (pack_id, pack_version),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version) ON DELETE CASCADE
);

CREATE TRIGGER publication_history_never_changes
  BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER withdrawal_never_changes
  BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
