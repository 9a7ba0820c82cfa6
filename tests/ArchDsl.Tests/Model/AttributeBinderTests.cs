using System.Reflection;
using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Whatever a program writes in an attribute arrives in the attribute that the lowering sees.</summary>
public sealed class AttributeBinderTests
{
    public static TheoryData<string> Attributes => [.. AttributeSource.All.Select(static type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void EveryArgument_RoundTrips(string name)
    {
        Type type = typeof(ArchDslAttribute).Assembly.GetType(name, throwOnError: true)!;
        foreach (ConstructorInfo constructor in type.GetConstructors())
        {
            var arguments = AttributeSource.Arguments(type, constructor, static argument => "text of " + argument);

            ArchDslAttribute bound = Bind(type, AttributeSource.Write(type, "Target", arguments));

            // A class of the program has no run-time type in the compiler; the lowering reads its name.
            Assert.All(arguments.Where(static a => a.Value is not Type), a => Assert.Equal(a.Value, Property(bound, a.Argument)));
        }
    }

    /// <summary>What is not written keeps the default that the attribute's class says.</summary>
    [Theory]
    [MemberData(nameof(Attributes))]
    public void WhatIsNotWritten_HasItsDefault(string name)
    {
        Type type = typeof(ArchDslAttribute).Assembly.GetType(name, throwOnError: true)!;
        foreach (ConstructorInfo constructor in type.GetConstructors())
        {
            var arguments = AttributeSource.Arguments(type, constructor, static argument => "text of " + argument).Where(static a => !a.Named).ToList();
            Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(static _ => typeof(object))]) : type;
            object expected = Activator.CreateInstance(closed, [.. arguments.Select(static a => a.Value)])!;

            ArchDslAttribute bound = Bind(type, AttributeSource.Write(type, "Target", arguments));

            Assert.All(closed.GetProperties().Where(static p => p.Name != "TypeId"), p => Assert.Equal(p.GetValue(expected), p.GetValue(bound)));
        }
    }

    [Fact]
    public void NamedConstructorArguments_CountByName()
    {
        RdsAttribute bound = Assert.IsType<RdsAttribute>(Bind(typeof(RdsAttribute), "Rds(version: \"8.0\", engine: Engine.MySql)"));

        Assert.Equal((Engine.MySql, "8.0"), (bound.Engine, bound.Version));
    }

    /// <summary>Half-typed source and other versions of the language: what cannot be bound is left out, the rest stays.</summary>
    [Theory]
    [InlineData("Rds", "Port", 6000, 6000)]
    [InlineData("Rds", "Port", "text", 0)]
    [InlineData("Rds", "Port", null, 0)]
    [InlineData("Rds", "Unknown", 6000, 0)]
    public void WhatDoesNotFit_IsLeftOut(string name, string argument, object? value, int port) =>
        Assert.Equal(port, Assert.IsType<RdsAttribute>(AttributeBinder.Bind(new(name, 0, [], EquatableArray.Of(new ArgumentDeclaration(argument, new(value)))))).Port);

    [Fact]
    public void AttributeOfAnotherVersion_IsNone() => Assert.Null(AttributeBinder.Bind(new("Mainframe", 0, [], [])));

    [Fact]
    public void MissingConstructorArguments_AreEmpty()
    {
        Assert.Equal("", Assert.IsType<Ec2Attribute>(AttributeBinder.Bind(new("Ec2", 0, [], []))).InstanceType);
        Assert.Empty(Assert.IsType<PublicSubnetAttribute>(AttributeBinder.Bind(new("PublicSubnet", 0, [], []))).Cidrs);
        Assert.Equal(("", ""), AttributeBinder.Bind(new("Env", 0, [], [])) is EnvAttribute env ? (env.Name, env.Value) : default);
    }

    // A single port is a range of ports.
    private static object? Property(ArchDslAttribute attribute, string name) => attribute is TrafficAttribute { FromPort: var from, ToPort: var to } && name == "Port"
        ? from == to ? from : null
        : attribute.GetType().GetProperty(name)!.GetValue(attribute);

    private static ArchDslAttribute Bind(Type type, string attribute)
    {
        var state = TestProgram.Of($"[{attribute}] public partial class Some;\npublic class Target;");
        Assert.Empty(state.CreateCompilation().GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        ArchDslAttribute? bound = AttributeBinder.Bind(Assert.Single(TestProgram.Declare(state).Root.Attributes));
        Assert.NotNull(bound);
        Assert.Equal(type.Name, bound.GetType().Name);
        return bound;
    }
}
