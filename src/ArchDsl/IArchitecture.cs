namespace ArchDsl;

/// <summary>A stack that an attributed class became, with what its analysis established at compile time.</summary>
public interface IArchitecture
{
    /// <summary>What was built and what was proven about it.</summary>
    ArchitectureReport Report { get; }
}
