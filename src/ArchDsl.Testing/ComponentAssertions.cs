using ArchDsl.Model;

namespace ArchDsl.Testing;

/// <summary>What a test may say of a component, or of all those in a class.</summary>
public sealed class ComponentAssertions : SourceAssertions
{
    internal ComponentAssertions(ArchitectureAssertions architecture, string path, IReadOnlyList<string> except)
        : base(architecture, path, except)
    {
    }

    /// <summary>What the compiler knows of the components.</summary>
    public IReadOnlyList<ManifestComponent> Components => [.. Architecture.ComponentsIn(Path!)];

    /// <summary>Its code may do something with another component: its role permits it, or, with one in a network, it can connect to it.</summary>
    /// <typeparam name="T">The other component, or a class: then all of those in it.</typeparam>
    /// <param name="access">What it may do.</param>
    /// <exception cref="ArgumentException">The class is of another architecture, or no component in the stage.</exception>
    /// <exception cref="ArchitectureAssertionException">It may not, or a hook decides.</exception>
    public ComponentAssertions Can<T>(Access access)
        where T : class => Judge(typeof(T), access, Permissions.Of(access), expected: true);

    /// <summary>Its code may not do something with another component, and that is proven: no hook could permit it, and not everyone may do it.</summary>
    /// <inheritdoc cref="Can{T}(Access)"/>
    /// <exception cref="ArchitectureAssertionException">It may, or it is not proven that it may not.</exception>
    public ComponentAssertions Cannot<T>(Access access)
        where T : class => Judge(typeof(T), access, Permissions.Of(access), expected: false);

    /// <summary>The role of its code has permissions on another component.</summary>
    /// <typeparam name="T">The other component, or a class: then all of those in it.</typeparam>
    /// <param name="actions">IAM actions, for example <c>s3:GetObject</c>; without wildcards.</param>
    /// <exception cref="ArgumentException">The class is of another architecture, or no component in the stage; or an action is none.</exception>
    /// <exception cref="ArchitectureAssertionException">It has not all of them, or a hook decides.</exception>
    public ComponentAssertions Can<T>(params string[] actions)
        where T : class => Judge(typeof(T), null, Permissions.Of(actions), expected: true);

    /// <summary>The role of its code has none of some permissions on another component, and that is proven: no hook could give it one, and not everyone has it.</summary>
    /// <inheritdoc cref="Can{T}(string[])"/>
    /// <exception cref="ArchitectureAssertionException">It has one, or it is not proven that it has none.</exception>
    public ComponentAssertions Cannot<T>(params string[] actions)
        where T : class => Judge(typeof(T), null, Permissions.Of(actions), expected: false);

    /// <summary>What it stores is encrypted at rest; a load balancer takes requests over TLS alone.</summary>
    /// <exception cref="ArchitectureAssertionException">It is not, or a hook decides.</exception>
    public ComponentAssertions ShouldBeEncrypted()
    {
        foreach (ManifestComponent component in Components)
        {
            string should = $"{Architecture.NameOf(component.Path)} in {Architecture.Name} should be encrypted, and ";
            if (IsInDoubt(component))
            {
                throw InDoubt(should, component);
            }

            if (component.Role == ComponentRole.LoadBalancer)
            {
                List<int> plain = [.. Architecture.Stage.Listeners.Where(l => l.LoadBalancer == component.Path && l is { Certificate: null, RedirectToHttps: false }).Select(static l => l.Port)];
                if (plain.Count > 0)
                {
                    throw ArchitectureAssertions.Failure(should + $"takes plain HTTP on {string.Join(", ", plain)}. Add an [HttpsListener<T>], and RedirectToHttps = true.", []);
                }
            }
            else if (component.Encryption?.Contains("at rest", StringComparison.Ordinal) != true)
            {
                throw ArchitectureAssertions.Failure(should + $"is not: {component.Encryption ?? "a " + component.Kind + " says nothing of it"}.", []);
            }
        }

        return this;
    }

    private ComponentAssertions Judge(Type type, Access? access, IReadOnlyList<Permission> permissions, bool expected)
    {
        if (permissions.Count == 0)
        {
            throw new ArgumentException("Name at least one thing that it may do.", nameof(access));
        }

        string path = Architecture.PathOf(type);
        if (Architecture.ComponentsIn(path).All(target => Components.All(user => user == target)))
        {
            throw new ArgumentException($"{Name} is {Architecture.NameOf(path)} itself, so that nothing would be tested. Name another component.", nameof(type));
        }

        foreach (ManifestComponent user in Components)
        {
            foreach (ManifestComponent target in Architecture.ComponentsIn(path).Where(target => target != user))
            {
                foreach (Permission permission in permissions)
                {
                    string should = $"{Architecture.NameOf(user.Path)} {(expected ? "can" : "cannot")} {permission.Name} {Architecture.NameOf(target.Path)} in {Architecture.Name}, a test says, and ";
                    if ((IsInDoubt(user) ? user : IsInDoubt(target) ? target : null) is { } hooked)
                    {
                        throw InDoubt(should, hooked);
                    }

                    if (target.Network is not null && access is not null)
                    {
                        JudgeConnection(user, target, should, expected);
                    }
                    else
                    {
                        JudgeRole(user, target, permission, should, expected);
                    }
                }
            }
        }

        // The code of a hook may grant what it likes to whom it likes.
        return expected || Architecture.Stage.Hooks.Count == 0 || Architecture.TrustsHooks ? this : throw ArchitectureAssertions.Failure(
            $"{Name} cannot {string.Join(" or ", permissions.Select(static permission => permission.Name))} {Architecture.NameOf(path)} in {Architecture.Name}, a test says, and that is not proven: a hook may permit it, and there are hooks on {string.Join(", ", Architecture.Stage.Hooks.Select(Architecture.NameOf))}. If they permit nothing, say TrustingHooks().", []);
    }

    private void JudgeConnection(ManifestComponent user, ManifestComponent target, string should, bool expected)
    {
        ManifestHop? hop = Architecture.Reach.Direct(user.Path, target.Path);
        if (hop is { Certain: false })
        {
            throw ArchitectureAssertions.Failure(
                should + (hop.Outside == true
                    ? $"that is not proven: {Architecture.NameOf(target.Path)}:{hop.Ports} is open to it over the internet if its public address is in a range that a rule names, and addresses are known after the deployment."
                    : $"that is not proven: {Architecture.NameOf(target.Path)}:{hop.Ports} is open to a part of a subnet alone, and who has which address is known after the deployment."), []);
        }

        if (hop is null == expected)
        {
            throw ArchitectureAssertions.Failure(should + (hop is null ? "it cannot connect to it." : $"it can connect to it{(hop.Outside == true ? " over the internet" : "")}: {Architecture.NameOf(target.Path)}:{hop.Ports}."), []);
        }
    }

    private void JudgeRole(ManifestComponent user, ManifestComponent target, Permission permission, string should, bool expected)
    {
        IReadOnlyList<string> allowed = Architecture.Reach.Actions(user.Path, target.Path);
        List<string> matching = [.. allowed.Where(permission.Matches)];
        if (matching.Count == 0 == expected)
        {
            throw ArchitectureAssertions.Failure(
                should + (expected ? $"its role permits {(allowed.Count == 0 ? "nothing there" : "only " + string.Join(", ", allowed))}." : $"its role permits {string.Join(", ", matching)}."), []);
        }

        // What everyone may read takes no role.
        if (!expected && Architecture.Reach.IsReadableByEveryone(target.Path) && permission.Matches(Permissions.OfEveryone))
        {
            throw ArchitectureAssertions.Failure(should + $"everyone can: {Permissions.OfEveryone}.", []);
        }
    }

    private bool IsInDoubt(ManifestComponent component) => component.Hooked && !Architecture.TrustsHooks;

    private ArchitectureAssertionException InDoubt(string should, ManifestComponent component) =>
        ArchitectureAssertions.Failure(should + $"that is not proven: the hook of {Architecture.NameOf(component.Path)} may change it. If it does not, say TrustingHooks().", []);
}
