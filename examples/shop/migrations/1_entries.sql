create table entry (id serial primary key, amount numeric not null);
