using System.Reflection;

namespace ArchDsl.Model;

/// <summary>Turns the declaration of an attribute into the attribute itself, so that defaults are known in one place: the attribute's class.</summary>
internal static class AttributeBinder
{
    private static readonly Dictionary<string, Lazy<Form>> Forms = typeof(ArchDslAttribute).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false } && typeof(ArchDslAttribute).IsAssignableFrom(type))
        .ToDictionary(static type => AttributeDeclaration.NameOf(type.Name), static type => new Lazy<Form>(() => new Form(Closed(type))));

    /// <summary>The attribute that a declaration stands for; null for one of another version of the language.</summary>
    public static ArchDslAttribute? Bind(AttributeDeclaration declaration) =>
        Forms.TryGetValue(declaration.Name, out Lazy<Form>? form) ? form.Value.Bind(declaration) : null;

    // Half-typed source leaves required values out: an empty one keeps the rest of the architecture alive.
    private static object? Missing(Type type) =>
        type == typeof(string) ? "" : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static Type Closed(Type type) => type.IsGenericTypeDefinition
        ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(object))])
        : type;

    /// <summary>What reflection says of an attribute class. It is asked once: attributes are bound at every edit.</summary>
    private sealed class Form(Type type)
    {
        private readonly (ConstructorInfo Constructor, (string Name, Type Type)[] Parameters)[] constructors =
        [
            .. type.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
                .Select(static c => (c, c.GetParameters().Select(static p => (AttributeDeclaration.PascalCase(p.Name!), p.ParameterType)).ToArray()))
                .OrderByDescending(static c => c.Item2.Length),
        ];

        private readonly PropertyInfo[] properties = [.. type.GetProperties().Where(static p => p.CanWrite)];

        public ArchDslAttribute Bind(AttributeDeclaration declaration)
        {
            Dictionary<string, ArgumentValue> arguments = [];
            foreach (ArgumentDeclaration argument in declaration.Arguments)
            {
                arguments[argument.Name] = argument.Value;
            }

            // The constructor of which the least is missing, and of several the one with the most parameters.
            (ConstructorInfo constructor, (string Name, Type Type)[] parameters) = constructors.OrderBy(c => c.Parameters.Count(p => !arguments.ContainsKey(p.Name))).First();
            object?[] values = new object?[parameters.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = (arguments.TryGetValue(parameters[i].Name, out ArgumentValue value) ? value.ConvertTo(parameters[i].Type) : null) ?? Missing(parameters[i].Type);
            }

            ArchDslAttribute attribute = (ArchDslAttribute)constructor.Invoke(values);
            foreach (PropertyInfo property in properties)
            {
                if (arguments.TryGetValue(property.Name, out ArgumentValue value) && value.ConvertTo(property.PropertyType) is { } converted)
                {
                    property.SetValue(attribute, converted);
                }
            }

            return attribute;
        }
    }
}
