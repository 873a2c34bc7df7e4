-- The numbers behind a report, for whoever wants to compute it again: sums of at least max(3, k - 1) people
-- each, counts and the outcome, never a row. Null for reports from before this column.
alter table report add column bundle json;
