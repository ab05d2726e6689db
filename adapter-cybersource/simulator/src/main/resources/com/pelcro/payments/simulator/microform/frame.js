/* Inside a hosted field. Here are the digits; they go to the simulator and nowhere else. */
(function () {
  'use strict';

  var setup = JSON.parse(document.getElementById('setup').textContent);
  var query = new URLSearchParams(location.search);
  var type = query.get('field') === 'securityCode' ? 'securityCode' : 'number';
  var field = document.getElementById('field');
  var sibling = new BroadcastChannel('microform-' + setup.session + '-' + query.get('form'));
  var parentOrigin = location.ancestorOrigins && location.ancestorOrigins.length
      ? location.ancestorOrigins[0] : null;
  var sheet = new CSSStyleSheet();
  var codeLength = null;
  var asked = {};

  var STYLED = {
    input: '#field', '::placeholder': '#field::placeholder', ':focus': '#field:focus', ':hover': '#field:hover',
    ':disabled': '#field:disabled', valid: '#field.valid', invalid: '#field.invalid'
  };
  var PROPERTIES = /^(color|cursor|direction|caret-color|letter-spacing|line-height|opacity|outline|text-align|text-shadow|transition|(-webkit-|-moz-)?(font|tap-highlight).*|font.*|text-(decoration|indent|transform))$/;

  field.autocomplete = type === 'number' ? 'cc-number' : 'cc-csc';
  field.setAttribute('aria-label', type === 'number' ? 'Card number' : 'Security code');
  document.adoptedStyleSheets = [base(), sheet];

  function base() {
    var rules = new CSSStyleSheet();
    rules.replaceSync('html,body{height:100%;margin:0}#field{box-sizing:border-box;width:100%;height:100%;border:0;' +
        'padding:0;margin:0;background:transparent;outline:none;font-size:16px}');
    return rules;
  }

  function digits() {
    return field.value.replace(/\D/g, '');
  }

  function tell(message) {
    if (parentOrigin === null || setup.origins.indexOf(parentOrigin) >= 0) {
      parent.postMessage({ microform: message }, parentOrigin || '*');
    }
  }

  function event(name, data) {
    tell({ kind: 'event', name: name, data: data });
  }

  function ends(range) {
    var dash = range.indexOf('-');
    return dash < 0 ? [range, range] : [range.slice(0, dash), range.slice(dash + 1)];
  }

  function fits(range, number) {
    var low = ends(range)[0];
    var high = ends(range)[1];
    var length = Math.min(low.length, number.length);
    var start = number.slice(0, length);
    return start >= low.slice(0, length) && start <= high.slice(0, length);
  }

  function networks(number) {
    return setup.networks.filter(function (network) {
      return number.length > 0 && network.ranges.some(function (range) { return fits(range, number); });
    });
  }

  function luhn(number) {
    var sum = 0;
    for (var i = 0; i < number.length; i++) {
      var digit = +number.charAt(number.length - 1 - i) * (i % 2 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 === 0;
  }

  function stateOfNumber() {
    var number = digits();
    var possible = networks(number);
    var exact = possible.filter(function (network) { return network.lengths.indexOf(number.length) >= 0; });
    var longest = possible.reduce(function (most, network) {
      return Math.max(most, Math.max.apply(null, network.lengths));
    }, 0);
    var valid = exact.length > 0 && luhn(number);
    return {
      empty: number.length === 0,
      valid: valid,
      couldBeValid: valid || number.length === 0 || (possible.length > 0 && number.length < longest),
      card: possible.map(function (network) {
        return {
          name: network.name,
          brandedName: network.name,
          cybsCardType: network.code,
          lengths: network.lengths,
          securityCode: { name: 'CVV', length: network.codeLength }
        };
      })
    };
  }

  function stateOfCode() {
    var code = digits();
    var valid = codeLength ? code.length === codeLength : code.length === 3 || code.length === 4;
    return { empty: code.length === 0, valid: valid, couldBeValid: valid || code.length < (codeLength || 4) };
  }

  function state() {
    return type === 'number' ? stateOfNumber() : stateOfCode();
  }

  function changed() {
    if (type === 'number') {
      var lengths = networks(digits()).map(function (network) { return network.codeLength; });
      sibling.postMessage({ kind: 'codeLength', length: lengths.length ? lengths[0] : null });
    }
    show();
    event('change', state());
  }

  function show() {
    var now = state();
    field.classList.toggle('valid', now.valid);
    field.classList.toggle('invalid', !now.couldBeValid);
  }

  function format() {
    var number = digits().slice(0, type === 'number' ? 19 : 4);
    field.value = type === 'number' ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;
  }

  function style(styles) {
    var text = '';
    Object.keys(styles || {}).forEach(function (name) {
      var rules = styles[name];
      if (!STYLED[name] || typeof rules !== 'object') {
        return;
      }
      text += STYLED[name] + '{';
      Object.keys(rules).forEach(function (property) {
        var value = String(rules[property]);
        if (PROPERTIES.test(property) && !/[{};<]|url\(|expression/i.test(value)) {
          text += property + ':' + value + ';';
        }
      });
      text += '}';
    });
    sheet.replaceSync(text);
  }

  function setUp(options) {
    style(options.styles);
    field.placeholder = options.placeholder || '';
    field.title = options.title || '';
    field.disabled = !!options.disabled;
    if (!setUp.done) {
      setUp.done = true;
      event('load', {});
    }
  }

  function askForCode(id) {
    return new Promise(function (resolve, reject) {
      asked[id] = resolve;
      setTimeout(function () { reject(new Error('the security code did not answer')); }, 5000);
      sibling.postMessage({ kind: 'ask', id: id });
    });
  }

  function fail(id, reason, message, details) {
    tell({ kind: 'answer', id: id, reason: reason, message: message, details: details || [] });
  }

  function createToken(request) {
    (request.withCode ? askForCode(request.id) : Promise.resolve(null)).then(function (code) {
      var details = [];
      if (!stateOfNumber().valid) {
        details.push({ location: 'number', message: 'The card number is not valid' });
      }
      if (code && !code.valid) {
        details.push({ location: 'securityCode', message: 'The security code is not valid' });
      }
      if (details.length) {
        fail(request.id, 'CREATE_TOKEN_VALIDATION_FIELDS', 'A field is not valid', details);
        return null;
      }
      return send(request, code);
    }).catch(function () {
      fail(request.id, 'CREATE_TOKEN_TIMEOUT', 'There was no answer');
    });
  }

  function send(request, code) {
    var body = {
      session: setup.session,
      parentOrigin: parentOrigin || request.origin,
      cardNumber: digits(),
      expirationMonth: request.expirationMonth,
      expirationYear: request.expirationYear
    };
    if (code) {
      body.securityCode = code.value;
    }
    return fetch(setup.path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    }).then(function (response) {
      return response.text().then(function (text) {
        if (response.status === 201) {
          tell({ kind: 'answer', id: request.id, token: text });
        } else {
          fail(request.id, 'CREATE_TOKEN_VALIDATION_SERVERSIDE', 'The card was refused',
              JSON.parse(text).responseStatus.details);
        }
      });
    });
  }

  sibling.onmessage = function (message) {
    var told = message.data;
    if (told.kind === 'ask' && type === 'securityCode') {
      sibling.postMessage({ kind: 'code', id: told.id, value: digits(), valid: stateOfCode().valid });
    } else if (told.kind === 'code' && type === 'number' && asked[told.id]) {
      asked[told.id](told);
      delete asked[told.id];
    } else if (told.kind === 'codeLength' && type === 'securityCode') {
      codeLength = told.length;
      show();
    }
  };

  window.addEventListener('message', function (message) {
    if (message.source !== parent || setup.origins.indexOf(message.origin) < 0 || !message.data.microform) {
      return;
    }
    parentOrigin = parentOrigin || message.origin;
    var told = message.data.microform;
    if (told.kind === 'setup') {
      setUp(told.options || {});
    } else if (told.kind === 'focus') {
      field.focus();
    } else if (told.kind === 'clear') {
      field.value = '';
      changed();
    } else if (told.kind === 'createToken') {
      told.origin = message.origin;
      createToken(told);
    }
  });

  field.addEventListener('focus', function () { event('focus', {}); });
  field.addEventListener('blur', function () { event('blur', {}); });
  field.addEventListener('input', function (input) {
    if (!input.inputType) {
      event('autocomplete', {});
    }
    format();
    changed();
  });
  field.addEventListener('keydown', function (key) {
    if (key.key === 'Enter') {
      event('inputSubmitRequest', {});
    }
  });

  tell({ kind: 'ready' });
})();
