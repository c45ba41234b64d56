create index entries_by_item on entries (item);
create view sales as select item, count(*) as orders, sum(cents)::bigint as cents from entries group by item;
