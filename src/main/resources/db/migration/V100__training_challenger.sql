-- A model may challenge the active one on live lists
alter table training.model drop constraint model_state_check;
alter table training.model add constraint model_state_check
    check (state in ('candidate', 'active', 'challenger', 'retired', 'refused'));

create unique index model_one_challenger on training.model (state) where state = 'challenger';
