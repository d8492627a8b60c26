-- Uploads are listed, newest first, as assets are.
create index upload_list on upload (organization_id, id desc);
