-- What readers can search. All of it is derived from the documents of one version of a pack and is
-- written in the transaction that publishes the version: a search sees a pack whole or not at all.

-- One row per document, and per term of a glossary, in each language of the pack.
CREATE TABLE search_entry (
  pack_id      text     NOT NULL,
  pack_version integer  NOT NULL,
  language     text     NOT NULL,
  kind         text     NOT NULL,
  id           text     NOT NULL,
  title        text     NOT NULL,
  -- one per line, in the order of the document: snippets are taken from these
  passages     text     NOT NULL,
  -- stems with weights: A title, B responsibility, C body
  words        tsvector NOT NULL,
  PRIMARY KEY (pack_id, pack_version, language, kind, id),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version) ON DELETE CASCADE
);
CREATE INDEX search_entry_words ON search_entry USING gin (words);

-- The words that occur, for readers who type them a little differently.
CREATE TABLE search_word (
  pack_id      text    NOT NULL,
  pack_version integer NOT NULL,
  language     text    NOT NULL,
  word         text    NOT NULL,
  -- without accents
  plain        text    NOT NULL,
  PRIMARY KEY (pack_id, pack_version, language, word),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version) ON DELETE CASCADE
);
CREATE INDEX search_word_plain ON search_word (pack_id, pack_version, language, plain);

-- Versions whose rows are all there. A version that an older program published has none yet.
CREATE TABLE search_index (
  pack_id      text    NOT NULL,
  pack_version integer NOT NULL,
  PRIMARY KEY (pack_id, pack_version),
  FOREIGN KEY (pack_id, pack_version) REFERENCES pack (id, version) ON DELETE CASCADE
);

-- How a language is stemmed; one that PostgreSQL does not know is searched word for word.
CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT c.oid::regconfig
       FROM pg_catalog.pg_ts_config c
      WHERE c.cfgnamespace = 'pg_catalog'::regnamespace
        AND c.cfgname = CASE lower(split_part(language, '-', 1))
          WHEN 'ar' THEN 'arabic'     WHEN 'ca' THEN 'catalan'   WHEN 'da' THEN 'danish'
          WHEN 'de' THEN 'german'     WHEN 'el' THEN 'greek'     WHEN 'en' THEN 'english'
          WHEN 'es' THEN 'spanish'    WHEN 'eu' THEN 'basque'    WHEN 'fi' THEN 'finnish'
          WHEN 'fr' THEN 'french'     WHEN 'ga' THEN 'irish'     WHEN 'hi' THEN 'hindi'
          WHEN 'hu' THEN 'hungarian'  WHEN 'hy' THEN 'armenian'  WHEN 'id' THEN 'indonesian'
          WHEN 'it' THEN 'italian'    WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian'
          WHEN 'nl' THEN 'dutch'      WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian'
          WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'  WHEN 'ru' THEN 'russian'
          WHEN 'sr' THEN 'serbian'    WHEN 'sv' THEN 'swedish'   WHEN 'tr' THEN 'turkish'
        END),
    'pg_catalog.simple'::regconfig)
$$;

-- Words of the pack that may have been meant by one that does not occur in it, the likeliest first:
-- those that differ in accents only, else those that look alike. Where the extension lives, if it
-- is there at all, is only known when this runs.
CREATE FUNCTION search_meant(pack text, version integer, tongue text, typed text)
  RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
DECLARE
  home text;
BEGIN
  RETURN QUERY
    SELECT w.word FROM search_word w
     WHERE w.pack_id = pack AND w.pack_version = version AND w.language = tongue AND w.plain = typed
     ORDER BY w.word LIMIT 3;
  IF FOUND OR length(typed) < 4 THEN
    RETURN;
  END IF;
  SELECT quote_ident(n.nspname) INTO home
    FROM pg_catalog.pg_extension e
    JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
   WHERE e.extname = 'pg_trgm' AND has_schema_privilege(n.oid, 'USAGE');
  IF home IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE
    'SELECT word FROM ('
    || ' SELECT word, alike, max(alike) OVER () AS most FROM ('
    || '  SELECT w.word, ' || home || '.similarity(w.plain, $4) AS alike FROM search_word w'
    || '   WHERE w.pack_id = $1 AND w.pack_version = $2 AND w.language = $3) AS compared'
    || ' WHERE alike >= 0.3) AS near'
    || ' WHERE alike >= most - 0.05 ORDER BY alike DESC, word LIMIT 3'
    USING pack, version, tongue, typed;
END
$$;
