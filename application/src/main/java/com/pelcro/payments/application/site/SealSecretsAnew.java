package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.site.SealedSecrets.Part;
import com.pelcro.payments.application.site.SealedSecrets.Place;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seals all stored secrets under the key in force, after which the key before it can be taken out
/// of the configuration. Each part is a transaction of its own: ended in the middle and begun again
/// it finds the first parts done.
public final class SealSecretsAnew {

  private static final int AT_ONCE = 100;

  /// How many integrations were looked at and how many of them sealed anew; those in `unopened`
  /// were sealed with a key nobody configured.
  public record Outcome(long looked, long sealed, List<Place> unopened) {
    public Outcome {
      unopened = List.copyOf(unopened);
    }
  }

  private final Transactions transactions;
  private final SealedSecrets secrets;

  @Inject
  public SealSecretsAnew(Transactions transactions, SealedSecrets secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  public Outcome seal() {
    var looked = 0L;
    var sealed = 0L;
    var unopened = new ArrayList<Place>();
    var part = part(null);
    while (part.looked() > 0) {
      looked += part.looked();
      sealed += part.sealed();
      unopened.addAll(part.unopened());
      part = part(part.last());
    }
    return new Outcome(looked, sealed, unopened);
  }

  private Part part(@Nullable Place after) {
    return transactions.commit(() -> secrets.sealAnew(after, AT_ONCE));
  }
}
