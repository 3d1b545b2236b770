using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Soundness;

/// <summary>Where generated code shows that it has a text in hand.</summary>
public static class Seen
{
    internal static List<Observation> Observations { get; set; } = [];

    public static void Use(int probe, string text) => Observations.Add(new("use", probe.ToString(), Ledger.Purposes, text, Ledger.LabelsOf(text)));
}
