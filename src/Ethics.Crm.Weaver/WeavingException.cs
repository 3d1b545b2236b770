namespace Ethics.Crm.Weaver;

/// <summary>Why an assembly cannot be woven, in words for whoever switched weaving on.</summary>
internal sealed class WeavingException(string message) : Exception(message);
