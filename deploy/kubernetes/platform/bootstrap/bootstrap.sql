-- Makes the database and its roles, once, as PostgreSQL's administrator, by psql and with the four passwords in the environment.
-- The roles content and assessment read and write rows; those that own the tables migrate, dump and restore.
\getenv content CONTENT_PASSWORD
\getenv content_owner CONTENT_OWNER_PASSWORD
\getenv assessment ASSESSMENT_PASSWORD
\getenv assessment_owner ASSESSMENT_OWNER_PASSWORD
CREATE ROLE content LOGIN PASSWORD :'content';
CREATE ROLE content_owner LOGIN PASSWORD :'content_owner';
CREATE ROLE assessment LOGIN PASSWORD :'assessment';
CREATE ROLE assessment_owner LOGIN PASSWORD :'assessment_owner';
ALTER ROLE content SET statement_timeout = '5s';
ALTER ROLE assessment SET statement_timeout = '5s';
CREATE DATABASE rolewise ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE rolewise FROM PUBLIC;
GRANT CONNECT ON DATABASE rolewise TO content, content_owner, assessment, assessment_owner;
GRANT CREATE ON DATABASE rolewise TO content_owner, assessment_owner;
