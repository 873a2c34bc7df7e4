-- What was published stays as it was: packs and documents are only ever added. One row per pack
-- says which version is current.

CREATE TABLE pack (
  id       text    NOT NULL,
  version  integer NOT NULL CHECK (version >= 1),
  hash     text    NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  manifest json    NOT NULL,
  PRIMARY KEY (id, version)
);

-- A document that did not change between two versions of its pack is stored once.
CREATE TABLE document (
  pack_id   text    NOT NULL,
  kind      text    NOT NULL CHECK (kind IN ('roles', 'scenarios', 'guides', 'glossary', 'instruments')),
  id        text    NOT NULL,
  version   integer NOT NULL CHECK (version >= 1),
  hash      text    NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- json, not jsonb: readers get the fields in the order they were written
  structure json    NOT NULL,
  texts     json    NOT NULL,
  PRIMARY KEY (pack_id, kind, id, version),
  UNIQUE (pack_id, kind, id, hash)
);

CREATE TABLE pack_document (
  pack_id          text    NOT NULL,
  pack_version     integer NOT NULL,
  kind             text    NOT NULL,
  id               text    NOT NULL,
  document_version integer NOT NULL,
  PRIMARY KEY (pack_id, pack_version, kind, id),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version),
  FOREIGN KEY (pack_id, kind, id, document_version)
    REFERENCES document (pack_id, kind, id, version)
);

CREATE TABLE publication (
  pack_id      text        NOT NULL PRIMARY KEY,
  pack_version integer     NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER pack_never_changes
  BEFORE UPDATE OR DELETE OR TRUNCATE ON pack
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_never_changes
  BEFORE UPDATE OR DELETE OR TRUNCATE ON document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pack_document_never_changes
  BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
