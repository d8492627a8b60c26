create table effect (resource text);
