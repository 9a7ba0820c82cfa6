using System.Reflection;
using ArchDsl.Manifest;
using ArchDsl.Model;

namespace ArchDsl.Testing;

/// <summary>Where a test of an architecture begins.</summary>
/// <example>
/// <code>Architecture.Of&lt;Shop&gt;("prod").Internet.ShouldNotReach&lt;Shop.Data.Database&gt;();</code>
/// </example>
public static class Architecture
{
    /// <summary>An architecture in one of its stages, as the compiler knows it.</summary>
    /// <typeparam name="T">The top-level class of the architecture.</typeparam>
    /// <param name="stage">The stage. Default: the first one that the architecture declares.</param>
    /// <exception cref="ArgumentException">The class is no architecture, or has no such stage.</exception>
    public static ArchitectureAssertions Of<T>(string? stage = null)
        where T : class => Of(typeof(T), stage);

    /// <inheritdoc cref="Of{T}"/>
    /// <param name="type">The top-level class of the architecture.</param>
    /// <param name="stage">The stage. Default: the first one that the architecture declares.</param>
    public static ArchitectureAssertions Of(Type type, string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Of(Read(type), type, stage);
    }

    /// <summary>The names of the stages of an architecture, the default one first; none where it declares none. For the cases of a test.</summary>
    /// <typeparam name="T">The top-level class of the architecture.</typeparam>
    /// <exception cref="ArgumentException">The class is no architecture.</exception>
    public static IReadOnlyList<string> StagesOf<T>()
        where T : class => [.. Read(typeof(T)).Stages.Select(static stage => stage.Name).OfType<string>()];

    internal static ArchitectureAssertions Of(ArchitectureManifest manifest, Type type, string? stage)
    {
        ManifestStage? found = stage is null ? manifest.Stages[0] : manifest.Stages.FirstOrDefault(s => s.Name == stage);
        return found is not null
            ? new ArchitectureAssertions(type, found)
            : throw new ArgumentException(
                manifest.Stages[0].Name is null
                    ? $"{type.Name} declares no stages, so that there is no stage '{stage}'. Leave the stage out, or add [Stage(\"{stage}\")] to {type.Name}."
                    : $"{type.Name} has no stage '{stage}'. It declares {string.Join(", ", manifest.Stages.Select(static s => s.Name))}.",
                nameof(stage));
    }

    private static ArchitectureManifest Read(Type type)
    {
        Type root = type;
        while (root.DeclaringType is { } outer)
        {
            root = outer;
        }

        if (root != type)
        {
            throw new ArgumentException($"{type.Name} is a part of {root.Name}. Write Architecture.Of<{root.Name}>().Component<{type.Name}>().", nameof(type));
        }

        foreach (ArchitectureManifestAttribute attribute in type.Assembly.GetCustomAttributes<ArchitectureManifestAttribute>())
        {
            ArchitectureManifest manifest = Parse(attribute, type);
            if (manifest.TypeName == type.FullName)
            {
                return manifest;
            }
        }

        throw new ArgumentException(
            $"{type.Assembly.GetName().Name} knows nothing of an architecture {type.Name}. It is a partial class with an attribute such as [Architecture] or [Vpc], in a project with the package ArchDsl.",
            nameof(type));
    }

    internal static ArchitectureManifest Parse(ArchitectureManifestAttribute attribute, Type type)
    {
        try
        {
            return ManifestReader.Parse(attribute.SchemaVersion, attribute.Json, type.Assembly.GetName().Name!);
        }
        catch (ManifestException exception)
        {
            throw new ArgumentException(exception.Message, nameof(type), exception);
        }
    }
}
