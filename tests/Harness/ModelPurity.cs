using System.Collections;
using System.Reflection;

namespace ArchDsl.Harness;

/// <summary>
/// Walks the object graph of a generator's model. Compiler objects in it would keep whole compilations alive and never
/// compare equal; framework collections compare by reference, so they may only be the private storage of a collection
/// that compares by value.
/// </summary>
public static class ModelPurity
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Every offending object, with the way to it.</summary>
    public static IEnumerable<string> Problems(object? model, string name) =>
        Walk(model, name, mayBeCollection: false, new(ReferenceEqualityComparer.Instance));

    private static IEnumerable<string> Walk(object? value, string path, bool mayBeCollection, HashSet<object> seen)
    {
        if (value is null or string or decimal or Version or DateTime or DateTimeOffset or TimeSpan or Guid)
        {
            return [];
        }

        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || (!type.IsValueType && !seen.Add(value)))
        {
            return [];
        }

        if (Offence(type, mayBeCollection) is { } offence)
        {
            return [$"{path} is {offence}: {type}"];
        }

        // A default ImmutableArray cannot be enumerated, so structs are walked through their fields.
        return IsCollection(type) && !type.IsValueType
            ? ((IEnumerable)value).Cast<object?>().SelectMany((item, i) => Walk(item, $"{path}[{i}]", false, seen))
            : FieldsOf(type).SelectMany(f =>
                Walk(f.GetValue(value), $"{path}.{NameOf(f)}", mayBeCollection: IsCollection(type) || ComparesByValue(type), seen));
    }

    private static string? Offence(Type type, bool mayBeCollection)
    {
        // Value types of Roslyn, such as TextSpan, are walked; its classes are symbols, syntax, compilations, locations and their like.
        if (!type.IsValueType && type.FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal))
        {
            return "a compiler object";
        }

        if (typeof(Delegate).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type))
        {
            return "not a value";
        }

        return IsCollection(type) && !mayBeCollection ? "a collection that compares by reference" : null;
    }

    private static bool IsCollection(Type type) => type.IsArray
        || (typeof(IEnumerable).IsAssignableFrom(type) && $"{type.Namespace}.".StartsWith("System.", StringComparison.Ordinal));

    private static bool ComparesByValue(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(OwnFields))
            {
                yield return field;
            }
        }
    }

    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
