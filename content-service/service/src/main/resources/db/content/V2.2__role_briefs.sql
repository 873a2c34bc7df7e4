-- A pack holds one more kind of document: the words around role briefs.
ALTER TABLE document DROP CONSTRAINT document_kind_check;
ALTER TABLE document ADD CONSTRAINT document_kind_check
  CHECK (kind IN ('roles', 'scenarios', 'guides', 'glossary', 'instruments', 'brief'));
