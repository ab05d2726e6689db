package com.pelcro.payments.simulator.sdk;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.annotations.SerializedName;
import io.swagger.annotations.ApiModelProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One walk over a JSON tree and the model classes beside it.
final class ModelWalk {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  private final List<String> findings = new ArrayList<>();
  private final Map<String, String> tolerable;

  /// Tolerates these differences: paths from the outermost model to the reason why.
  ModelWalk(Map<String, String> tolerable) {
    this.tolerable = tolerable;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  void value(String at, JsonElement value, Type type) {
    switch (type) {
      case ParameterizedType generic -> generic(at, value, generic);
      case Class<?> plain -> plain(at, value, plain);
      default -> throw new IllegalArgumentException("no model uses " + type);
    }
  }

  private void generic(String at, JsonElement value, ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class && value instanceof JsonArray list) {
      for (var index = 0; index < list.size(); index++) {
        value(at + "." + index, list.get(index), arguments[0]);
      }
    } else if (type.getRawType() == Map.class && value instanceof JsonObject object) {
      object.entrySet().forEach(e -> value(at + "." + e.getKey(), e.getValue(), arguments[1]));
    } else {
      wrong(at, value, type);
    }
  }

  private void plain(String at, JsonElement value, Class<?> type) {
    if (type == Object.class) {
      return;
    }
    if (type.getPackageName().equals("Model")) {
      if (value instanceof JsonObject object) {
        model(at, object, type);
      } else {
        wrong(at, value, type);
      }
    } else if (!(value instanceof JsonPrimitive scalar && fits(scalar, type))) {
      wrong(at, value, type);
    }
  }

  private void wrong(String at, JsonElement value, Type type) {
    findings.add(at + " is " + value + ", which is no " + type.getTypeName());
  }

  private static boolean fits(JsonPrimitive value, Class<?> type) {
    if (type == String.class) {
      return value.isString();
    }
    if (type == Boolean.class) {
      return value.isBoolean();
    }
    if (type == Integer.class || type == Long.class) {
      return value.isNumber() && value.getAsString().matches("-?\\d+");
    }
    if (Number.class.isAssignableFrom(type)) {
      return value.isNumber();
    }
    return type.getName().equals("org.joda.time.DateTime")
        && value.isString()
        && TIME.matcher(value.getAsString()).matches();
  }

  private void model(String at, JsonObject object, Class<?> model) {
    var fields = fields(model);
    object
        .entrySet()
        .forEach(member -> member(at, member.getKey(), member.getValue(), fields, model));
    fields.forEach(
        (name, field) -> {
          if (isRequired(model, field) && !object.has(name)) {
            findings.add(at + "." + name + " is missing, " + model.getSimpleName() + " needs it");
          }
        });
  }

  private void member(
      String at, String name, JsonElement value, Map<String, Field> fields, Class<?> model) {
    var path = at + "." + name;
    var field = fields.get(name);
    if (tolerable.containsKey(path.replaceAll("\\.\\d+", ""))) {
      return;
    }
    if (field == null) {
      findings.add(path + " is left over, " + model.getSimpleName() + " has no such member");
    } else {
      value(path, value, field.getGenericType());
    }
  }

  private static Map<String, Field> fields(Class<?> model) {
    var fields = new LinkedHashMap<String, Field>();
    for (Class<?> type = model; type != Object.class; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        var name = field.getAnnotation(SerializedName.class);
        if (name != null) {
          fields.putIfAbsent(name.value(), field);
        }
      }
    }
    return fields;
  }

  private static boolean isRequired(Class<?> model, Field field) {
    var name = field.getName();
    var getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (var method : model.getMethods()) {
      var property = method.getAnnotation(ApiModelProperty.class);
      if (property != null && property.required() && method.getName().equals(getter)) {
        return true;
      }
    }
    return false;
  }
}
