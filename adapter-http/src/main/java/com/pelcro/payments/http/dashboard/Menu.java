package com.pelcro.payments.http.dashboard;

/// What the sidebar leads to.
public enum Menu {
  OVERVIEW("Overview", ""),
  CHARGES("Charges", "/charges"),
  CUSTOMERS("Customers", "/customers"),
  SUBSCRIPTIONS("Subscriptions", "/subscriptions"),
  EVENTS("Events", "/events"),
  RECONCILIATION("Reconciliation", "/reconciliation"),
  INTEGRATIONS("Integrations", "/integrations"),
  DUNNING("Dunning", "/dunning"),
  TEST_CLOCK("Test clock", "/test-clock"),
  KEYS("API keys", "/keys"),
  SETTINGS("Site", "/settings"),
  HISTORY("Settings history", "/history"),
  /// Over all sites; not in a site's own part of the sidebar.
  SITES("Sites", ""),
  NONE("", "");

  private final String label;
  private final String path;

  Menu(String label, String path) {
    this.label = label;
    this.path = path;
  }

  public String label() {
    return label;
  }

  String path() {
    return path;
  }

  boolean isOfSite() {
    return this != SITES && this != NONE;
  }
}
