using System.ComponentModel;
using System.Reflection;

namespace ArchDsl.Tests.Model;

/// <summary>What completion offers after <c>using ArchDsl;</c> can be written.</summary>
public sealed class CompletionTests
{
    private static IEnumerable<Type> Offered =>
        from assembly in new[] { typeof(ArchDslAttribute).Assembly, typeof(ArchDslApp).Assembly }
        from type in assembly.GetExportedTypes()
        where type.Namespace == "ArchDsl" && type.GetCustomAttribute<EditorBrowsableAttribute>(inherit: false)?.State != EditorBrowsableState.Never
        select type;

    /// <summary>The attributes, the values of their arguments, the well-known ranges, and the program around an architecture with what it reports.</summary>
    [Fact]
    public void Types_AreThoseThatAProgramWrites()
    {
        HashSet<Type> values = [.. AttributeSource.All.SelectMany(static a => a.GetProperties().Select(static p => p.PropertyType)
            .Concat(a.GetConstructors().SelectMany(static c => c.GetParameters()).Select(static p => p.ParameterType))).Select(static t => t.GetElementType() ?? t)];

        Assert.Equal(
            ["ArchDslApp", "ArchitectureReport", "Cidr", "IArchitecture"],
            Offered.Where(type => !AttributeSource.All.Contains(type) && !values.Contains(type)).Select(static type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>No base of attributes is offered, and every attribute is, on classes alone.</summary>
    [Fact]
    public void Attributes_AreOfferedWhereTheyCanStand()
    {
        Assert.Equal([], AttributeSource.All.Except(Offered));
        Assert.All(AttributeSource.All, static type =>
        {
            AttributeUsageAttribute usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false)!;
            Assert.Equal((AttributeTargets.Class, true), (usage.ValidOn, usage.AllowMultiple));
            Assert.True(type.IsSealed);
        });
    }

    /// <summary>An argument is set in one place: what a constructor takes is offered by name only where another constructor leaves it out.</summary>
    [Fact]
    public void Arguments_AreOfferedOnce() => Assert.Equal([],
        from type in AttributeSource.All
        let required = type.GetConstructors().Select(static c => c.GetParameters().Select(static p => p.Name!)).Aggregate(static (all, other) => all.Intersect(other))
        from property in type.GetProperties()
        where property.CanWrite && required.Contains(property.Name, StringComparer.OrdinalIgnoreCase)
        select $"{type.Name}.{property.Name}");
}
