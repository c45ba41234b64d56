create table entries (
  order_id varchar(64) primary key,
  item varchar(200) not null,
  cents bigint not null check (cents >= 0),
  booked_at timestamptz not null default now()
);
