/*
 * The card form. The number and the security code are typed into fields of the gateway's own origin, which nobody
 * here can read; expiry and billing details are typed here. What comes of it goes to the page that frames this one,
 * if that is one of the pages it is meant for, and to nobody else.
 */
(function () {
  'use strict';

  var HOSTED = ['number', 'securityCode'];
  var HOSTED_NAMES = { number: 'Card number', securityCode: 'Security code' };
  var BILLING = ['name', 'email', 'phone', 'country', 'line1', 'line2', 'city', 'postal_code', 'state'];
  var MARGIN_SECONDS = 60;
  var RETRY_MILLIS = 5000;
  var MOST_RETRIES = 5;
  var NETWORKS = {
    visa: 'visa', mastercard: 'mastercard', amex: 'amex', discover: 'discover', jcb: 'jcb', maestro: 'maestro',
    dinersclub: 'diners_club', diners: 'diners_club', cup: 'union_pay', unionpay: 'union_pay',
    cartesbancaires: 'carte_bancaire', carnet: 'carnet', elo: 'elo', mada: 'mada', meeza: 'meeza', eftpos: 'eftpos',
    jcrew: 'jcrew'
  };
  var MISSING = {
    expiry: 'Enter the expiry date, such as 04/29.',
    name: 'Enter the name that is on the card.',
    email: 'Enter your email address.',
    country: 'Choose the country of your address.',
    line1: 'Enter your street and house number.',
    city: 'Enter your city.',
    postal_code: 'Enter your postal code.'
  };

  var form = document.getElementById('form');
  var setup = JSON.parse(form.dataset.setup);
  var button = document.getElementById('submit');
  var targets = parentOrigins();
  var session = null;
  var library = null;
  var fields = {};
  var filled = {};
  var valid = {};
  var microform = null;
  var state = 'opening';
  var retries = 0;
  var timer = 0;
  var deadline = 0;

  /* Where the browser says who frames us, only that one is told anything; else each of the allowed ones, of which the
     browser delivers to none but the right one. */
  function parentOrigins() {
    var above = location.ancestorOrigins && location.ancestorOrigins.length ? location.ancestorOrigins[0] : null;
    return above === null ? setup.origins : setup.origins.filter(function (origin) { return origin === above; });
  }

  function tell(message) {
    if (window.parent !== window) {
      targets.forEach(function (origin) { window.parent.postMessage(message, origin); });
    }
  }

  function element(id) {
    return document.getElementById(id);
  }

  /* Words. */

  function fault(id, words) {
    var place = element(id + '-fault');
    if (place.textContent === words) {
      return;
    }
    place.textContent = words;
    place.parentNode.classList.toggle('wrong', words !== '');
    if (HOSTED.indexOf(id) >= 0) {
      if (fields[id] && typeof fields[id].update === 'function') {
        fields[id].update({ description: words });
      }
    } else {
      element(id).setAttribute('aria-invalid', words === '' ? 'false' : 'true');
    }
  }

  function status(words) {
    element('status').textContent = words;
  }

  function problem(words) {
    element('problem').textContent = words;
  }

  /* What is typed here. */

  function value(id) {
    return element(id).value.trim();
  }

  function expiry() {
    var parts = /^(\d{1,2})\s*[\/.\- ]?\s*(\d{4}|\d{2})$/.exec(value('expiry'));
    return parts === null ? null : {
      month: ('0' + parts[1]).slice(-2),
      year: parts[2].length === 2 ? '20' + parts[2] : parts[2]
    };
  }

  function expiryFault() {
    var typed = expiry();
    if (value('expiry') === '') {
      return MISSING.expiry;
    }
    if (typed === null || +typed.month < 1 || +typed.month > 12) {
      return 'Write the expiry date as month and year, such as 04/29.';
    }
    var now = new Date();
    var isPast = +typed.year < now.getFullYear()
        || (+typed.year === now.getFullYear() && +typed.month < now.getMonth() + 1);
    return isPast ? 'This card has expired. Check the date or use another card.' : '';
  }

  function billingFault(id) {
    var text = value(id);
    if (text === '') {
      return MISSING[id] || '';
    }
    if (id === 'email' && !/^[^@\s]+@[^@\s]+$/.test(text)) {
      return 'Check the email address; it should look like name@mail.example.';
    }
    if (id === 'phone' && !/^\+?[0-9 ()./-]+$/.test(text)) {
      return 'Write the phone number in digits, such as +44 20 7946 0000.';
    }
    return '';
  }

  function faultOf(id) {
    return id === 'expiry' ? expiryFault() : billingFault(id);
  }

  function billing() {
    var optional = function (id) { return value(id) === '' ? null : value(id); };
    return {
      name: value('name'),
      email: value('email'),
      phone: optional('phone'),
      address: {
        line1: value('line1'),
        line2: optional('line2'),
        city: value('city'),
        state: optional('state'),
        postal_code: value('postal_code'),
        country: value('country')
      }
    };
  }

  /* Fields of the gateway. */

  function colors() {
    var style = getComputedStyle(document.body);
    var hint = getComputedStyle(document.querySelector('.hint'));
    var bad = getComputedStyle(document.documentElement).getPropertyValue('--bad').trim();
    return {
      input: { color: style.color, 'font-size': '16px', 'font-family': 'system-ui, sans-serif' },
      '::placeholder': { color: hint.color },
      invalid: { color: bad }
    };
  }

  function loadLibrary(opened) {
    if (library === opened.client_library) {
      return Promise.resolve();
    }
    return new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = opened.client_library;
      if (opened.client_library_integrity) {
        script.integrity = opened.client_library_integrity;
        script.crossOrigin = 'anonymous';
      }
      script.onload = function () { library = opened.client_library; done(); };
      script.onerror = function () { script.remove(); failed(new Error('the library did not load')); };
      document.head.appendChild(script);
    });
  }

  function openFields(opened) {
    HOSTED.forEach(function (id) {
      if (fields[id]) {
        fields[id].dispose();
      }
    });
    fields = {};
    filled = {};
    valid = {};
    showNetwork([]);
    microform = new window.Flex(opened.capture_context).microform('card', { styles: colors() });
    return Promise.all(HOSTED.map(openField));
  }

  function openField(id) {
    var field = microform.createField(id, { title: HOSTED_NAMES[id], description: '' });
    fields[id] = field;
    field.on('change', function (data) {
      filled[id] = data.empty === undefined ? true : !data.empty;
      valid[id] = data.valid;
      if (id === 'number') {
        showNetwork(data.card || []);
      }
      fault(id, data.couldBeValid === false ? hostedFault(id) : '');
    });
    field.on('blur', function () {
      if (filled[id]) {
        fault(id, hostedFault(id));
      }
    });
    field.on('inputSubmitRequest', submit);
    var loaded = new Promise(function (done) { field.on('load', done); });
    field.load('#' + id);
    return loaded;
  }

  /* While several networks are possible, none is shown. */
  function showNetwork(cards) {
    var code = cards.length === 1 ? NETWORKS[String(cards[0].name).toLowerCase()] : undefined;
    var known = setup.networks[code];
    element('network').hidden = !known;
    element('network-icon').hidden = !(known && known.icon);
    if (known && known.icon) {
      element('network-icon').src = known.icon;
    }
    element('network-name').textContent = known ? known.name : '';
  }

  /* The session, and the one after it. */

  function begin(opened) {
    session = opened;
    deadline = Date.now() + 1000 * (opened.expires_in - Math.min(MARGIN_SECONDS, opened.expires_in / 2));
    return loadLibrary(opened).then(function () { return openFields(opened); }).then(function () {
      retries = 0;
      state = 'ready';
      form.removeAttribute('aria-busy');
      button.disabled = false;
      clearTimeout(timer);
      timer = setTimeout(renew, Math.max(0, deadline - Date.now()));
      tell({ type: 'pelcro.ready', card_session: opened.card_session, expires_at: opened.expires_at });
    });
  }

  function isTyped() {
    return HOSTED.some(function (id) { return filled[id]; });
  }

  /* The old fields go with the old session, and what was typed into them with them: nobody can carry it over. */
  function renew() {
    if (state !== 'ready' && state !== 'waiting') {
      return Promise.resolve();
    }
    clearTimeout(timer);
    var lost = isTyped();
    state = 'opening';
    button.disabled = true;
    form.setAttribute('aria-busy', 'true');
    return fetch('/pay/' + session.card_session + '/context', { method: 'POST' }).then(function (response) {
      if (response.status === 201) {
        return response.json().then(begin).then(function () {
          status(lost
              ? 'To keep your card safe, the card number and the security code have to be typed again.'
              : '');
        });
      }
      if (response.status < 500 && response.status !== 429) {
        return stop('expired', 'This form has expired. Reload the page to go on.');
      }
      return again();
    }).catch(again);
  }

  function again() {
    state = 'waiting';
    retries += 1;
    if (retries > MOST_RETRIES) {
      stop('unavailable', 'The card form cannot be reached right now. Reload the page in a moment.');
    } else {
      timer = setTimeout(renew, RETRY_MILLIS * retries);
    }
  }

  function stop(code, words) {
    state = 'stopped';
    clearTimeout(timer);
    button.disabled = true;
    form.removeAttribute('aria-busy');
    status('');
    problem(words);
    tell({ type: 'pelcro.error', code: code, message: words });
  }

  /* Sending, once. */

  /* What the gateway's field said last; a library that says nothing is asked by trying. */
  function hostedFault(id) {
    if (!filled[id]) {
      return id === 'number' ? 'Enter the card number.'
          : 'Enter the security code, the three or four digits apart from the card number.';
    }
    if (valid[id] !== false) {
      return '';
    }
    return id === 'number' ? 'Check the card number; it is not complete, has a mistake, or is of a card not taken here.'
        : 'Check the security code; it is not complete.';
  }

  function check() {
    return ['number', 'expiry', 'securityCode'].concat(BILLING).filter(function (id) {
      fault(id, HOSTED.indexOf(id) >= 0 ? hostedFault(id) : faultOf(id));
      return element(id + '-fault').textContent !== '';
    });
  }

  function submit(event) {
    if (event && event.preventDefault) {
      event.preventDefault();
    }
    if (state !== 'ready') {
      return;
    }
    problem('');
    status('');
    var wrong = check();
    var typed = expiry();
    if (wrong.length > 0) {
      refuse(wrong);
      return;
    }
    state = 'sending';
    button.disabled = true;
    status('Checking the card…');
    var asked = session;
    microform.createToken({ expirationMonth: typed.month, expirationYear: typed.year }, function (error, token) {
      if (error) {
        failed(error);
      } else {
        done(asked, token);
      }
    });
  }

  function done(asked, token) {
    state = 'done';
    clearTimeout(timer);
    status('Your card details were handed over.');
    tell({
      type: 'pelcro.card',
      card_session: asked.card_session,
      transient_token: token,
      billing_details: billing()
    });
  }

  function failed(error) {
    state = 'ready';
    button.disabled = false;
    status('');
    var wrong = locations(error);
    if (wrong.length > 0) {
      refuse(wrong);
    } else if (error.reason === 'CREATE_TOKEN_TIMEOUT') {
      problem('There was no answer. Nothing was charged; try once more.');
    } else {
      renew();
    }
  }

  function locations(error) {
    var wrong = [];
    (error.details || []).forEach(function (detail) {
      var id = String(detail.location).indexOf('expiration') === 0 ? 'expiry' : detail.location;
      if (id === 'expiry') {
        fault(id, 'Check the expiry date.');
      } else if (HOSTED.indexOf(id) >= 0) {
        valid[id] = false;
        fault(id, hostedFault(id));
      } else {
        return;
      }
      wrong.push(id);
    });
    return wrong;
  }

  function refuse(wrong) {
    problem(wrong.length === 1
        ? 'One field needs your attention: ' + element(wrong[0] + '-fault').textContent
        : wrong.length + ' fields need your attention.');
    var first = wrong[0];
    if (HOSTED.indexOf(first) >= 0) {
      fields[first].focus();
    } else {
      element(first).focus();
    }
  }

  /* Beginning. */

  ['expiry'].concat(BILLING).forEach(function (id) {
    element(id).addEventListener('change', function () {
      if (element(id + '-fault').textContent !== '') {
        fault(id, faultOf(id));
      }
    });
  });

  element('expiry').addEventListener('input', function (event) {
    var text = event.target.value;
    if (event.inputType !== 'deleteContentBackward' && /^\d{2}$/.test(text)) {
      event.target.value = text + '/';
    } else if (/^\d{3,4}$/.test(text)) {
      event.target.value = text.slice(0, 2) + '/' + text.slice(2);
    }
  });

  HOSTED.forEach(function (id) {
    element(id + '-label').addEventListener('click', function () {
      if (fields[id]) {
        fields[id].focus();
      }
    });
  });

  form.addEventListener('submit', submit);

  /* A browser that slept wakes its timers late. */
  document.addEventListener('visibilitychange', function () {
    if (!document.hidden && session !== null && Date.now() > deadline) {
      renew();
    }
  });

  if (window.ResizeObserver) {
    new ResizeObserver(function () {
      tell({ type: 'pelcro.resize', height: Math.ceil(document.body.getBoundingClientRect().height) });
    }).observe(document.body);
  }

  if (window.parent === window) {
    stop('not_embedded', 'This form belongs into a page of the shop, and was opened on its own.');
  } else {
    begin(setup.session).catch(function () {
      stop('unavailable', 'The card form cannot be reached right now. Reload the page in a moment.');
    });
  }
})();
