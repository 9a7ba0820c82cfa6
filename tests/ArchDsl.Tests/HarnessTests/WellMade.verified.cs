// ======== Greetings.g.cs
/// <summary>Greets.</summary>
public static class Greetings
{
    /// <summary>Greets.</summary>
    public static string Island() => "Island";
    /// <summary>Greets.</summary>
    public static string Widget() => "Widget";
}
