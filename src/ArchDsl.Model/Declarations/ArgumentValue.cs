namespace ArchDsl.Model;

/// <summary>A constant as it stands in an attribute, comparable by value.</summary>
/// <param name="Value">
/// A string, number or boolean; an enum's number; a <see cref="TypeReference"/>; an <see cref="EquatableArray{T}"/> of values; or null.
/// </param>
public readonly record struct ArgumentValue(object? Value)
{
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
                    array.SetValue(items[i].ConvertTo(element), i);
                }

                return array;
            case TypeReference:
                // A type of the user's assembly has no run-time type here; edges are followed through the declaration.
                return null;
            case var value when target.IsEnum:
                return value is int or long or short or byte ? Enum.ToObject(target, value) : null;
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
