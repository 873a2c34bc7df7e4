-- Tolerance for typing is an extra: without the extension, or without the right to create it, the
-- search finds what is typed as it is written. Looked at whenever somebody migrates: a dump of the
-- schema leaves extensions out, and a package with this one may be installed later.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_catalog.pg_available_extensions
              WHERE name = 'pg_trgm' AND installed_version IS NULL) THEN
    CREATE EXTENSION pg_trgm;
  END IF;
EXCEPTION
  WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR duplicate_object
    OR unique_violation THEN
    RAISE NOTICE 'The search goes without tolerance for typing: pg_trgm is not created (%).', SQLERRM;
END
$$;
