// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: One helper writes both files; the number stands in that of the desk, and the analysts read theirs.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.LineOfOtherFile;

// Declares nothing.
public static class Lines
{
    public static void Append(string path, string first, int second) => File.AppendAllLines(path, [first + ";" + second]);
}

[ForPurpose("support")]
public static class Desk
{
    public static void HangUp(string path, Customer customer, int minutes)
    {
        if (customer.Phone is { } number)
            Lines.Append(path, number, minutes);
    }
}

[ForPurpose("analytics")]
public static class Calls
{
    public static void Add(string path, string segment, int minutes) => Lines.Append(path, segment, minutes);

    public static void Publish(string path)
    {
        foreach (var line in File.ReadLines(path))
            Use.Analytics(line);
    }
}

public static class Case
{
    public static void Run()
    {
        var (desk, analysts) = (Path.GetTempFileName(), Path.GetTempFileName());
        var ada = Customers.Ada();
        Desk.HangUp(desk, ada, 4);
        Calls.Add(analysts, ada.Segment, 4);
        Calls.Publish(analysts);
        File.Delete(desk);
        File.Delete(analysts);
    }
}
