using System.Globalization;
using System.Reflection;
using ArchDsl.Model;

namespace ArchDsl.Tests;

/// <summary>Writes the attributes of the language as source with every argument set, whatever attributes there are.</summary>
internal static class AttributeSource
{
    /// <summary>Every attribute that a program can write.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(ArchDslAttribute).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(ArchDslAttribute)))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>The name as a program writes it: <c>Rds</c>, or <c>Uses</c> for a generic one.</summary>
    public static string NameOf(Type type) => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal);

    /// <summary>Values for all arguments of an attribute, none of them the default: constructor parameters first, then properties.</summary>
    /// <param name="type">The attribute.</param>
    /// <param name="constructor">The constructor to use.</param>
    /// <param name="text">Makes a string for an argument of a name.</param>
    public static IReadOnlyList<(string Argument, object Value, bool Named)> Arguments(Type type, ConstructorInfo constructor, Func<string, string> text)
    {
        int number = 10;
        List<(string, object, bool)> arguments = [.. constructor.GetParameters().Select(p => (Pascal(p.Name!), Value(p.ParameterType, Pascal(p.Name!), null), false))];
        object defaults = Instance(type, constructor, [.. arguments.Select(static a => a.Item2)]);
        HashSet<string> parameters = [.. arguments.Select(static a => a.Item1)];
        foreach (PropertyInfo property in defaults.GetType().GetProperties().Where(p => p is { CanWrite: true, Name: not "Stage" } && !parameters.Contains(p.Name)))
        {
            arguments.Add((property.Name, Value(property.PropertyType, property.Name, property.GetValue(defaults)), true));
        }

        return arguments;

        object Value(Type valueType, string argument, object? other) => valueType switch
        {
            _ when valueType == typeof(string) => text($"{NameOf(type)}.{argument}"),
            _ when valueType == typeof(bool) => other is not true,
            _ when valueType == typeof(int) => ++number,
            _ when valueType == typeof(double) => ++number + 0.5,
            _ when valueType == typeof(Type) => typeof(Type),
            { IsEnum: true } => Enum.GetValues(valueType).Cast<object>().First(value => !value.Equals(other)),
            { IsArray: true } => Array(valueType.GetElementType()!, argument),
            _ => throw new NotSupportedException($"{type} has an argument of the type {valueType}."),
        };

        Array Array(Type element, string argument)
        {
            Array array = System.Array.CreateInstance(element, 2);
            array.SetValue(Value(element, argument + "[0]", null), 0);
            array.SetValue(Value(element, argument + "[1]", null), 1);
            return array;
        }
    }

    /// <summary>The attribute without its brackets.</summary>
    /// <param name="type">The attribute.</param>
    /// <param name="target">The type argument of a generic one.</param>
    /// <param name="arguments">The values of <see cref="Arguments"/>.</param>
    public static string Write(Type type, string target, IEnumerable<(string Argument, object Value, bool Named)> arguments)
    {
        string list = string.Join(", ", arguments.Select(static a => (a.Named ? a.Argument + " = " : "") + Literal(a.Value)));
        string targets = string.Join(", ", type.GetGenericArguments().Select(_ => target));
        return $"{NameOf(type)}{(type.IsGenericType ? $"<{targets}>" : "")}({list.Replace("typeof()", $"typeof({target})", StringComparison.Ordinal)})";
    }

    /// <summary>Every attribute with every argument, in one architecture.</summary>
    /// <param name="text">Makes a string for an argument of a name.</param>
    public static string Program(Func<string, string> text)
    {
        List<Type> resources = [.. All.Where(static type => KindOf(type) is not null)];
        List<Type> modifiers = [.. All.Where(static type => type.IsAssignableTo(typeof(ModifierAttribute)))];
        IEnumerable<Type> others = All.Except(resources).Except(modifiers).Where(static type => !type.IsAssignableTo(typeof(SubnetAttribute)));
        IEnumerable<string> classes = resources.Select(resource =>
        {
            IEnumerable<Type> own = modifiers.Where(modifier => KindOf(resource)!.Modifiers.Any(allowed => allowed.IsAssignableFrom(modifier)));
            return $"{Lists([resource, .. own, typeof(TagAttribute)])}\npublic partial class Some{NameOf(resource)};\n";
        });
        return $"{Lists([.. others])}\n[Stage(\"dev\"), Stage(\"prod\"), PublicSubnet]\npublic partial class Shop\n{{\n{string.Join('\n', classes)}\n{Extra()}}}\n";

        // What an argument of another attribute would take the place of, or make meaningless.
        string Extra() => $"""
            [S3(PublicRead = true), AcceptRisk("ARCH2010", Reason = {TextOf("AcceptRisk.Reason")}), Output({TextOf("Output.Name")}, Value.Arn)] public partial class Images;
            [Fargate(Image = {TextOf("Fargate.Image")}), Env("STAGED", {TextOf("Env.Value")}, Stage = "prod")] public partial class Api;

            """;

        string TextOf(string argument) => Literal(text(argument));

        string Lists(IEnumerable<Type> types) => string.Join('\n', types.Select(type => $"[{Written(type)}]"));

        string Written(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(static c => c.GetParameters().Count(static p => p.ParameterType == typeof(string)))!;
            return Write(type, "Shop.Some" + TargetOf(type), Arguments(type, constructor, text));
        }
    }

    /// <summary>The kind of a resource attribute, or null.</summary>
    public static Kind? KindOf(Type type) => AttributeBinder.Bind(new(AttributeDeclaration.NameOf(type.Name), 0, [], [])) is { } attribute ? Kind.Of(attribute) : null;

    /// <summary>The resource attribute, by name, of a component that an edge makes sense with.</summary>
    public static string TargetOf(Type edge) => NameOf(edge) switch
    {
        "RoutesTo" => "Fargate",
        "InjectSecret" => "Secret",
        "ImageFrom" => "Ecr",
        "Alarm" => "Topic",
        "HttpsListener" => "Certificate",
        "Ingress" or "Egress" => "Ec2",
        _ => "S3",
    };

    /// <summary>A string literal in which no character is itself.</summary>
    public static string Literal(string text) => $"\"{string.Concat(text.Select(static c => $"\\u{(int)c:x4}"))}\"";

    private static string Literal(object value) => value switch
    {
        string text => Literal(text),
        Type => "typeof()",
        bool truth => truth ? "true" : "false",
        Enum member => $"{member.GetType().FullName}.{member}",
        Array { Rank: 1 } array => $"new {array.GetType().GetElementType()!.FullName}[] {{ {string.Join(", ", array.Cast<object>().Select(Literal))} }}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    /// <summary>An attribute with every optional argument left out.</summary>
    public static object Instance(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MinBy(static c => c.GetParameters().Length)!;
        return Instance(type, constructor, [.. constructor.GetParameters().Select(static p =>
            p.ParameterType == typeof(string) ? "" : p.ParameterType.IsArray ? Array.CreateInstance(p.ParameterType.GetElementType()!, 0) : Activator.CreateInstance(p.ParameterType)!)]);
    }

    private static object Instance(Type type, ConstructorInfo constructor, object[] arguments)
    {
        Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(object))]) : type;
        return closed.GetConstructors().Single(c => c.GetParameters().Select(Key).SequenceEqual(constructor.GetParameters().Select(Key))).Invoke(arguments);

        static string Key(ParameterInfo parameter) => $"{parameter.ParameterType} {parameter.Name}";
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
