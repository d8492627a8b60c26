package onair.common.example;

import onair.account.example.Account;

record KnowsAService(Account account) {}
