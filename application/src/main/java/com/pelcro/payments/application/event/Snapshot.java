package com.pelcro.payments.application.event;

/// An event's object as the API shows it: its type and id, and its JSON.
public record Snapshot(String objectType, String objectId, String json) {}
