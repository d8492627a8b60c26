-- A share that is granted to other AWS accounts is received at no port of ours.
alter table share
  alter column port drop not null,
  -- subscribers, feePercent, encrypted; null for one that is received by SRT
  add column entitlement jsonb,
  add constraint share_way check ((port is null) = (entitlement is not null));
