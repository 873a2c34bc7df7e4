-- Packs hold further kinds of documents, such as the words around role briefs. Which there are is
-- the programs' to say: they refuse a document of an unknown kind before it comes here, and pass over
-- one that a newer program has stored.
ALTER TABLE document DROP CONSTRAINT document_kind_check;
