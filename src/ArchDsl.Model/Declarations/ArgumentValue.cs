namespace ArchDsl.Model;

/// <summary>A constant as it stands in an attribute, comparable by value.</summary>
/// <param name="Value">
/// A string, number or boolean; an enum's number; a <see cref="TypeReference"/>; an <see cref="EquatableArray{T}"/> of values; or null.
/// </param>
public readonly record struct ArgumentValue(object? Value)
{
    /// <summary>Whether a number is a value of an enum, or a combination of its flags; true for every other type.</summary>
    internal static bool IsMember(Type type, int number) =>
        !type.IsEnum || Enum.IsDefined(type, number)
        || type.IsDefined(typeof(FlagsAttribute), false) && (number & ~Enum.GetValues(type).Cast<int>().Aggregate(0, static (all, flag) => all | flag)) == 0;

    /// <summary>Converts the constant to the type of an attribute's property.</summary>
    /// <param name="type">The property's type.</param>
    /// <returns>The converted value, or null where the constant does not fit the type (half-typed source).</returns>
    public object? ConvertTo(Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        switch (Value)
        {
            case null:
                return null;
            case EquatableArray<ArgumentValue> items when target.IsArray:
                Type element = target.GetElementType()!;
                Array array = Array.CreateInstance(element, items.Count);
                for (int i = 0; i < items.Count; i++)
                {
                    array.SetValue(items[i].ConvertTo(element) ?? (element == typeof(string) ? "" : null), i);
                }

                return array;
            case double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                return null;
            case TypeReference:
                // A type of the user's assembly has no run-time type here; edges are followed through the declaration.
                return null;
            case var value when target.IsEnum:
                return value is int number && IsMember(target, number) ? Enum.ToObject(target, number) : null;
            case var value when target.IsInstanceOfType(value):
                return value;
            default:
                return null;
        }
    }
}

/// <summary>A type that an attribute names.</summary>
/// <param name="TypeName">The fully qualified name with <c>global::</c>, as <see cref="NodeDeclaration.TypeName"/> has it; empty for a type that does not exist.</param>
/// <param name="DisplayName">The name as a message shows it.</param>
public readonly record struct TypeReference(string TypeName, string DisplayName);
