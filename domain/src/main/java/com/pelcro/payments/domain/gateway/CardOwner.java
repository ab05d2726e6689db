package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.customer.Customer;
import org.jspecify.annotations.Nullable;

/// Whose card is stored. Without `known` the vault has not met the customer, and the adapter makes
/// it known first.
public record CardOwner(Customer customer, @Nullable VaultCustomer known) {}
