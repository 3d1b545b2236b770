namespace Ethics.Crm.Soundness.Tests.Model;

/// <summary>What members without label hold before anything is stored in them.</summary>
internal static class Initials
{
    public static string Text(string member) => "no " + member;
}
