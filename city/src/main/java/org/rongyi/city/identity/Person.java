package org.rongyi.city.identity;

import java.util.Set;

/// A person who can sign in.
///
/// @param account the sign-in name, unique
/// @param department the department an officer works for, empty for people of firms
public record Person(String account, String name, String department, Set<Role> roles) {}
