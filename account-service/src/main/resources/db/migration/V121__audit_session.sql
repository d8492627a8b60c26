-- The session a member was signed in by; null for everybody else. It may have ended.
alter table audit_entry add column session_id text;
