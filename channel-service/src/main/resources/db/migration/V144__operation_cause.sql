-- What asked for an operation when no user did, in plain words: a timer that was over.
alter table operation add column cause text;
