using System.Reflection;

namespace ArchDsl.Model;

/// <summary>Turns the declaration of an attribute into the attribute itself, so that defaults are known in one place: the attribute's class.</summary>
internal static class AttributeBinder
{
    private static readonly Dictionary<string, Type> Types = typeof(ArchDslAttribute).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false } && typeof(ArchDslAttribute).IsAssignableFrom(type))
        .ToDictionary(static type => AttributeDeclaration.NameOf(type.Name), Closed);

    /// <summary>The attribute that a declaration stands for; null for one of another version of the language.</summary>
    public static ArchDslAttribute? Bind(AttributeDeclaration declaration)
    {
        if (!Types.TryGetValue(declaration.Name, out Type? type))
        {
            return null;
        }

        Dictionary<string, ArgumentValue> arguments = [];
        foreach (ArgumentDeclaration argument in declaration.Arguments)
        {
            arguments[argument.Name] = argument.Value;
        }

        ConstructorInfo constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
            .OrderBy(c => c.GetParameters().Count(p => !arguments.ContainsKey(ParameterName(p))))
            .ThenByDescending(static c => c.GetParameters().Length)
            .First();
        object?[] values = constructor.GetParameters()
            .Select(p => arguments.TryGetValue(ParameterName(p), out ArgumentValue value) ? value.ConvertTo(p.ParameterType) : null)
            .Zip(constructor.GetParameters(), static (value, p) => value ?? Missing(p.ParameterType))
            .ToArray();
        ArchDslAttribute attribute = (ArchDslAttribute)constructor.Invoke(values);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.CanWrite && arguments.ContainsKey(p.Name)))
        {
            if (arguments[property.Name].ConvertTo(property.PropertyType) is { } value)
            {
                property.SetValue(attribute, value);
            }
        }

        return attribute;

        static string ParameterName(ParameterInfo parameter) => AttributeDeclaration.PascalCase(parameter.Name!);
    }

    // Half-typed source leaves required values out: an empty one keeps the rest of the architecture alive.
    private static object? Missing(Type type) =>
        type == typeof(string) ? "" : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static Type Closed(Type type) => type.IsGenericTypeDefinition
        ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(object))])
        : type;
}
