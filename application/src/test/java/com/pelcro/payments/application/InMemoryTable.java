package com.pelcro.payments.application;

import com.pelcro.payments.domain.site.SiteId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of one kind, by site and id, in the order of their ids. Every change can be undone.
public final class InMemoryTable<R> {

  record Key(SiteId site, String id) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing((Key key) -> key.site().value()).thenComparing(Key::id);

  private final InMemoryDatabase database;
  private final String name;
  private final NavigableMap<Key, R> rows = new TreeMap<>(ORDER);

  InMemoryTable(InMemoryDatabase database, String name) {
    this.database = database;
    this.name = name;
  }

  public Optional<R> find(SiteId site, String id) {
    return Optional.ofNullable(rows.get(new Key(site, id)));
  }

  /// Finds a row for the open transaction alone.
  public Optional<R> lock(SiteId site, String id) {
    if (!database.inTransaction()) {
      throw new IllegalStateException(id + " is locked outside of a transaction");
    }
    var found = find(site, id);
    found.ifPresent(_ -> database.hold(new Key(site, id), this));
    return found;
  }

  public void insert(SiteId site, String id, R row) {
    if (find(site, id).isPresent()) {
      throw new IllegalStateException(name + " has " + id + " already");
    }
    put(site, id, row);
  }

  public void put(SiteId site, String id, R row) {
    var key = new Key(site, id);
    var before = rows.put(key, row);
    database.changed(key, this, () -> restore(key, before));
  }

  public void replace(SiteId site, String id, R row) {
    require(site, id);
    put(site, id, row);
  }

  /// Replaces a row that this transaction has locked or added.
  public void replaceLocked(SiteId site, String id, R row) {
    require(site, id);
    if (!database.holds(new Key(site, id), this)) {
      throw new IllegalStateException(id + " is changed without its lock");
    }
    put(site, id, row);
  }

  public void remove(SiteId site, String id) {
    var key = new Key(site, id);
    var before = rows.remove(key);
    database.changed(key, this, () -> restore(key, before));
  }

  public void removeIf(SiteId site, Predicate<? super R> unwanted) {
    var keys = rows.keySet().stream().filter(key -> key.site().equals(site)).toList();
    keys.stream()
        .filter(key -> find(site, key.id()).filter(unwanted).isPresent())
        .forEach(key -> remove(site, key.id()));
  }

  /// Throws unless the row is there, as a foreign key does.
  public void require(SiteId site, String id) {
    if (find(site, id).isEmpty()) {
      throw new IllegalStateException(name + " has no " + id + " at " + site);
    }
  }

  public Stream<R> all() {
    return List.copyOf(rows.values()).stream();
  }

  /// The site's rows, in the order of their ids.
  public Stream<R> of(SiteId site) {
    var from = new Key(site, "");
    var to = new Key(site, Character.toString(Character.MAX_VALUE));
    return List.copyOf(rows.subMap(from, to).values()).stream();
  }

  /// The part of the site's rows that is wanted, newest first.
  public Slice<R> slice(SiteId site, Predicate<? super R> wanted, Window window) {
    var after = window.after();
    var to = new Key(site, after == null ? Character.toString(Character.MAX_VALUE) : after);
    var newestFirst =
        rows.subMap(new Key(site, ""), true, to, false).descendingMap().values().stream();
    return Slice.of(newestFirst.filter(wanted).limit(window.limit() + 1L).toList(), window.limit());
  }

  private void restore(Key key, @Nullable R before) {
    if (before == null) {
      rows.remove(key);
    } else {
      rows.put(key, before);
    }
  }
}
