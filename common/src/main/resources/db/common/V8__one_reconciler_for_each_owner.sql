-- A lease is its owner's. Two reconcilers with an owner of the same name would take it from each
-- other in the middle of their runs.
create unique index scheduled_tasks_owner on scheduled_tasks (task_instance);
