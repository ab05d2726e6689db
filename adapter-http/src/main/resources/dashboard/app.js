'use strict';

// A form is sent once, however often it is clicked; its hidden key guards the rest.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('hx-post')) {
    return;
  }
  if (form.dataset.sent === 'yes') {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  form.setAttribute('aria-busy', 'true');
});

// A page that comes back from the history can be sent again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
  });
});

// Faults come first, for eyes and for screen readers.
document.addEventListener('DOMContentLoaded', () => {
  const faults = document.getElementById('faults');
  if (faults) {
    faults.focus();
  }
});

// What is being read does not change under the reader.
document.addEventListener('htmx:beforeRequest', (event) => {
  const feed = event.target;
  if (feed.id === 'feed' && (feed.querySelector('details[open]') || feed.contains(document.activeElement))) {
    event.preventDefault();
  }
});
