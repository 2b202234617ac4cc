-- Briefs have another form now; they are written anew when somebody reads them.
DELETE FROM briefs;
