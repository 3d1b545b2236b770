using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B06HashInLibrary;

public static class Pseudonyms
{
    [Anonymizes("one of sixteen groups, never one person")]
    public static int Group(string value)
    {
        var sum = 0;
        foreach (var c in value)
            sum += c;
        return sum % 16;
    }
}
