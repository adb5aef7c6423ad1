ALTER TABLE peer ADD COLUMN note TEXT;
UPDATE peer SET note = 'mended';
