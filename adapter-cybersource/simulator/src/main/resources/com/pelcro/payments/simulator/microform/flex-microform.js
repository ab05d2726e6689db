/*
 * The simulator's browser library: the documented interface of Flex Microform v2. It shows the fields in frames of the
 * simulator's origin and never sees a digit; the frames talk to the simulator by themselves.
 */
(function (global) {
  'use strict';

  var FIELD_TYPES = ['number', 'securityCode'];
  var TIMEOUT_MILLIS = 30000;

  function MicroformError(reason, message, details) {
    var error = new Error(message);
    error.name = 'MicroformError';
    error.reason = reason;
    error.details = details || [];
    error.informationLink = '';
    error.correlationId = '';
    return error;
  }

  function readContext(token) {
    var parts = String(token).split('.');
    if (parts.length !== 3) {
      throw MicroformError('CAPTURE_CONTEXT_INVALID', 'The capture context is no token');
    }
    try {
      return JSON.parse(atob(parts[1].replace(/-/g, '+').replace(/_/g, '/')));
    } catch (malformed) {
      throw MicroformError('CAPTURE_CONTEXT_INVALID', 'The capture context cannot be read');
    }
  }

  function Field(form, type, options) {
    this._form = form;
    this._type = type;
    this._options = options || {};
    this._listeners = {};
    this._frame = null;
    this._container = null;
    this._ready = false;
    this.valid = false;
    this.cybsCardType = undefined;
  }

  Field.prototype.load = function (target) {
    var container = typeof target === 'string' ? document.querySelector(target) : target;
    if (!container) {
      throw MicroformError('FIELD_LOAD_CONTAINER_SELECTOR', 'There is nothing to load the field into');
    }
    if (this._frame) {
      this.unload();
    }
    var frame = document.createElement('iframe');
    frame.src = this._form._origin + '/microform/frames/' + encodeURIComponent(this._form._session) +
        '?field=' + this._type + '&form=' + this._form._id;
    frame.title = this._options.title || (this._type === 'number' ? 'Card number' : 'Security code');
    frame.setAttribute('frameborder', '0');
    frame.setAttribute('scrolling', 'no');
    frame.style.width = '100%';
    frame.style.height = '100%';
    frame.style.border = '0';
    container.classList.add('flex-microform');
    this._container = container;
    this._frame = frame;
    container.appendChild(frame);
  };

  Field.prototype.unload = function () {
    if (!this._frame) {
      return;
    }
    this._frame.remove();
    this._frame = null;
    this._ready = false;
    var container = this._container;
    Array.prototype.slice.call(container.classList).forEach(function (name) {
      if (name.indexOf('flex-microform') === 0) {
        container.classList.remove(name);
      }
    });
    this._emit('unload');
  };

  Field.prototype.dispose = function () {
    this.unload();
    this._listeners = {};
    delete this._form._fields[this._type];
  };

  Field.prototype.on = function (name, listener) {
    (this._listeners[name] = this._listeners[name] || []).push(listener);
    return this;
  };

  Field.prototype.off = function (name, listener) {
    this._listeners[name] = (this._listeners[name] || []).filter(function (known) {
      return listener && known !== listener;
    });
    return this;
  };

  Field.prototype.focus = function () {
    this._tell({ kind: 'focus' });
  };

  Field.prototype.clear = function () {
    this._tell({ kind: 'clear' });
  };

  Field.prototype.update = function (options) {
    Object.assign(this._options, options || {});
    this._tell({ kind: 'setup', options: this._look() });
    this._emit('update');
  };

  Field.prototype._look = function () {
    return {
      styles: Object.assign({}, this._form._styles, this._options.styles || {}),
      placeholder: this._options.placeholder || '',
      title: this._options.title || '',
      description: this._options.description || '',
      disabled: !!this._options.disabled,
      maxLength: this._options.maxLength
    };
  };

  Field.prototype._tell = function (message) {
    if (this._frame && this._frame.contentWindow) {
      this._frame.contentWindow.postMessage({ microform: message }, this._form._origin);
    }
  };

  Field.prototype._emit = function (name, data) {
    (this._listeners[name] || []).slice().forEach(function (listener) {
      listener(data || {});
    });
  };

  Field.prototype._mark = function (name, on) {
    this._container.classList.toggle('flex-microform-' + name, on);
  };

  Field.prototype._heard = function (message) {
    if (message.kind === 'ready') {
      this._ready = true;
      this._tell({ kind: 'setup', options: this._look() });
    } else if (message.kind === 'event') {
      this._happened(message.name, message.data || {});
    } else if (message.kind === 'answer') {
      this._form._answered(message);
    }
  };

  Field.prototype._happened = function (name, data) {
    if (name === 'focus' || name === 'blur') {
      this._mark('focused', name === 'focus');
    }
    if (name === 'change') {
      this.valid = data.valid;
      this.cybsCardType = data.card && data.card.length ? data.card[0].cybsCardType : undefined;
      this._mark('valid', data.valid);
      this._mark('invalid', !data.couldBeValid);
      this._mark('empty', data.empty);
    }
    if (name === 'autocomplete') {
      this._mark('autocomplete', true);
    }
    this._emit(name, data);
  };

  function Microform(claims, options) {
    var form = this;
    var data = claims.ctx[0].data;
    this._origin = data.mfOrigin || claims.flx.origin;
    this._session = claims.flx.jwk.kid;
    this._styles = (options && options.styles) || {};
    this._id = Math.random().toString(36).slice(2) + Date.now().toString(36);
    this._fields = {};
    this._waiting = {};
    global.addEventListener('message', function (event) {
      if (event.origin !== form._origin || !event.data || !event.data.microform) {
        return;
      }
      Object.keys(form._fields).forEach(function (type) {
        var field = form._fields[type];
        if (field._frame && event.source === field._frame.contentWindow) {
          field._heard(event.data.microform);
        }
      });
    });
  }

  Microform.prototype.createField = function (type, options) {
    if (FIELD_TYPES.indexOf(type) < 0) {
      throw MicroformError('CREATE_FIELD_UNSUPPORTED_TYPE', 'There is no field of this type');
    }
    if (this._fields[type]) {
      throw MicroformError('CREATE_FIELD_DUPLICATE', 'There is a field of this type already');
    }
    this._fields[type] = new Field(this, type, options);
    return this._fields[type];
  };

  Microform.prototype._problem = function (options) {
    var fields = this._fields;
    var types = Object.keys(fields);
    if (types.length === 0) {
      return MicroformError('CREATE_TOKEN_NO_FIELDS', 'No field was created');
    }
    if (!fields.number || !types.every(function (type) { return fields[type]._ready; })) {
      return MicroformError('CREATE_TOKEN_NO_FIELDS_LOADED', 'A field is not loaded');
    }
    var details = [];
    if (!/^(0[1-9]|1[0-2])$/.test(options.expirationMonth || '')) {
      details.push({ location: 'expirationMonth', message: 'MM is needed' });
    }
    if (!/^\d{4}$/.test(options.expirationYear || '')) {
      details.push({ location: 'expirationYear', message: 'YYYY is needed' });
    }
    return details.length
        ? MicroformError('CREATE_TOKEN_VALIDATION_PARAMS', 'The expiry is not valid', details)
        : null;
  };

  Microform.prototype.createToken = function (options, callback) {
    if (typeof callback !== 'function') {
      throw MicroformError('CREATE_TOKEN_UNABLE_TO_START', 'A callback is needed');
    }
    var problem = this._problem(options || {});
    if (problem) {
      setTimeout(function () { callback(problem); }, 0);
      return;
    }
    var form = this;
    var id = Math.random().toString(36).slice(2);
    var timer = setTimeout(function () {
      form._answered({ id: id, reason: 'CREATE_TOKEN_TIMEOUT', message: 'There was no answer' });
    }, TIMEOUT_MILLIS);
    this._waiting[id] = function (answer) {
      clearTimeout(timer);
      if (answer.token) {
        callback(null, answer.token);
      } else {
        callback(MicroformError(answer.reason, answer.message, answer.details));
      }
    };
    this._fields.number._tell({
      kind: 'createToken',
      id: id,
      expirationMonth: options.expirationMonth,
      expirationYear: options.expirationYear,
      withCode: !!this._fields.securityCode
    });
  };

  Microform.prototype._answered = function (answer) {
    var waiting = this._waiting[answer.id];
    delete this._waiting[answer.id];
    if (waiting) {
      waiting(answer);
    }
  };

  function Flex(captureContext) {
    this._claims = readContext(captureContext);
    if (this._claims.exp * 1000 < Date.now()) {
      throw MicroformError('CAPTURE_CONTEXT_EXPIRED', 'The capture context is expired');
    }
  }

  Flex.prototype.microform = function (type, options) {
    return new Microform(this._claims, typeof type === 'string' ? options : type);
  };

  global.Flex = Flex;
})(window);
