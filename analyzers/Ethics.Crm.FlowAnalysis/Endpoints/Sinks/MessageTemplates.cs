namespace Ethics.Crm.FlowAnalysis.Endpoints.Sinks;

/// <summary>Message templates as loggers read them: <c>"Shipping {@Parcel} to {Where}"</c>.</summary>
internal static class MessageTemplates
{
    /// <summary>Whether the placeholder of this number, from 0, asks for the whole object. False for a number beyond them.</summary>
    public static bool IsWhole(string template, int placeholder)
    {
        var number = 0;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '{')
            {
                continue;
            }

            if (at + 1 < template.Length && template[at + 1] == '{')
            {
                at++;
                continue;
            }

            if (number == placeholder)
            {
                return at + 1 < template.Length && template[at + 1] == '@';
            }

            number++;
        }

        return false;
    }
}
