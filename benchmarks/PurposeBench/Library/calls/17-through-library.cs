namespace PurposeBench.Cases.Calls.ThroughLibrary;

public static class Texts
{
    public static string Quote(string text, char mark = '"') => mark + text + mark;
}
