-- How the name of a linked person is read, where they said so; encrypted like the name.
ALTER TABLE link ADD COLUMN reading BYTEA;
